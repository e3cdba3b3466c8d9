package org.recipeharness.recipes;

import org.recipeharness.junit.RerunTests;

/** Runs each red recipe of the sweep again, alone, and comes to a verdict. */
class RerunsTest extends RerunTests {}
