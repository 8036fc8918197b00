/**
 * The instance's side of the license protocol. A program starts one {@link org.chancery.client.LicenseClient}, asks its
 * {@link org.chancery.client.LicenseStatus} and listens; the client activates, checks, remembers and recovers by itself.
 * It needs nothing but the JDK, and whatever happens it never ends the program.
 */
@NullMarked
package org.chancery.client;

import org.jspecify.annotations.NullMarked;
