/** Payment providers. So far the sandbox's make-believe one, which keeps its memory in a table of its own. */
@NullMarked
package org.chancery.service.payment.adapter;

import org.jspecify.annotations.NullMarked;
