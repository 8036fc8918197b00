/** Tests of the shipped EAR in the provisioned server, called from outside, on both databases. */
@NullMarked
package org.chancery.it;

import org.jspecify.annotations.NullMarked;
