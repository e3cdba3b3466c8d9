/** The values that reports are made of: what became of each recipe, of its tiers and tests, and what is known of earlier runs. */
@NullMarked
package org.recipeharness.report.model;

import org.jspecify.annotations.NullMarked;
