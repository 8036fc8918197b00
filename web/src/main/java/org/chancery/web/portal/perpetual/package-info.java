/** What a customer bought once: each perpetual license, until when it is updated, and what a further year costs. */
@NullMarked
package org.chancery.web.portal.perpetual;

import org.jspecify.annotations.NullMarked;
