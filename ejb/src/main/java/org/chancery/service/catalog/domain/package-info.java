/** Pure rules of the catalog: what a document must be like, what an order costs, what a plan and its add-ons grant. */
@NullMarked
package org.chancery.service.catalog.domain;

import org.jspecify.annotations.NullMarked;
