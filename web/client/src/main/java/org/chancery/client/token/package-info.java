/**
 * The signed texts of the license protocol: leases, denials and offline licenses. Each is verified whole before anything
 * in it is believed, and a refusal says which step it failed.
 */
@NullMarked
package org.chancery.client.token;

import org.jspecify.annotations.NullMarked;
