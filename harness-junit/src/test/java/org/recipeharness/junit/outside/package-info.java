/** What the test module of a user of this library holds: it is copied into one, and run there by Maven. */
package org.recipeharness.junit.outside;
