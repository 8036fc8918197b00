/** Two nodes behind a load balancer: what happens when one of them is lost, stopped or has another clock. */
@NullMarked
package org.chancery.it.cluster;

import org.jspecify.annotations.NullMarked;
