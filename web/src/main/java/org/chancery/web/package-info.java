/** The web module: the REST API, the portal and the console. It calls services and decides nothing. */
@NullMarked
package org.chancery.web;

import org.jspecify.annotations.NullMarked;
