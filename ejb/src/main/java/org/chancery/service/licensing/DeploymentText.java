package org.chancery.service.licensing;

/**
 * A deployment file, ready to be kept.
 *
 * @param fileName under which it is best kept
 * @param yaml whether it is YAML; else plain text
 */
public record DeploymentText(String fileName, boolean yaml, String text) {}
