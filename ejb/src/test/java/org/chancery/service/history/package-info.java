/**
 * Random lives of customers: what they do is decided by a seed alone, and done through the services. The same life can be
 * led over memory and inside a server; what was billed is told in the same words by both. Knows no database and no clock.
 */
@NullMarked
package org.chancery.service.history;

import org.jspecify.annotations.NullMarked;
