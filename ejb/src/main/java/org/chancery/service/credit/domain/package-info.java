/** Pure arithmetic of account credit. */
@NullMarked
package org.chancery.service.credit.domain;

import org.jspecify.annotations.NullMarked;
