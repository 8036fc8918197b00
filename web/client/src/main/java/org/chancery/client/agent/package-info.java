/**
 * The client as a program of its own, beside software that is not written in Java: it keeps the instance licensed and
 * writes what is allowed into a file. The only package that may end its process, which is its own.
 */
@NullMarked
package org.chancery.client.agent;

import org.jspecify.annotations.NullMarked;
