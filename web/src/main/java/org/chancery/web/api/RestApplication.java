package org.chancery.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below {@code /api}: resources and providers of this module, found by scanning. */
@ApplicationPath("api")
public class RestApplication extends Application {}
