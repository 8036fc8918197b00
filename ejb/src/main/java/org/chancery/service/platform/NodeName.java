package org.chancery.service.platform;

/** What this node of the cluster is called, so that people can tell which one did something. */
public record NodeName(String value) {}
