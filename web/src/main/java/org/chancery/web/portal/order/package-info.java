/**
 * Buying a plan step by step. What is chosen travels in the query string, so every step survives a reload, Back and a
 * second tab; only the result of an order is kept in the session.
 */
@NullMarked
package org.chancery.web.portal.order;

import org.jspecify.annotations.NullMarked;
