package org.chancery.it.harness;

/**
 * Somewhere in the code, in the words of the rules of Byteman.
 *
 * @param type the class, with its package
 * @param method with the types of its parameters where the name alone is not enough
 * @param where {@code ENTRY} or {@code EXIT}, which is a return and no exception
 */
public record Spot(String type, String method, String where) {}
