/**
 * What every service stands on: configuration, clocks, ids, secrets, the caller, the schema at start. Knows no feature.
 */
@NullMarked
package org.chancery.service.platform;

import org.jspecify.annotations.NullMarked;
