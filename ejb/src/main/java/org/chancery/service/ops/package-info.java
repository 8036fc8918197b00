/** What operations ask the services: can this node serve. */
@NullMarked
package org.chancery.service.ops;

import org.jspecify.annotations.NullMarked;
