package org.chancery.service.licensing;

/**
 * A deployment file, ready to be kept.
 *
 * @param fileName under which it is best kept
 * @param yaml whether it is YAML; else plain text
 * @param deploymentId that it names, wished for or not
 * @param instanceName the same
 */
public record DeploymentText(String fileName, boolean yaml, String text, String deploymentId, String instanceName) {}
