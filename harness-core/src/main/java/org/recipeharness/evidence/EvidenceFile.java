package org.recipeharness.evidence;

/**
 * One piece of evidence.
 *
 * @param name a file's name, such as {@code log-app.txt}
 * @param text its content, secrets masked
 */
public record EvidenceFile(String name, String text) {}
