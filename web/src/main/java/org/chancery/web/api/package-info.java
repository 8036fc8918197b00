/** The REST API under /api: resources and their records, one package a feature. */
@NullMarked
package org.chancery.web.api;

import org.jspecify.annotations.NullMarked;
