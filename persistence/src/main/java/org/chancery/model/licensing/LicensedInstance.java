package org.chancery.model.licensing;

/** An instance and the license it runs under, as one instant showed both. */
public record LicensedInstance(Instance instance, License license) {}
