/** What is configured for the harness itself: typed, validated as a whole before anything starts. */
@NullMarked
package org.recipeharness.settings;

import org.jspecify.annotations.NullMarked;
