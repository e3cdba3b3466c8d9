package org.recipeharness.report.model;

/**
 * One thing to be told on a page, whatever it is.
 *
 * @param title what it is about, a line
 * @param text what is to be said; may have several lines, and may be empty
 */
public record Note(String title, String text) {}
