/** What the machine is like that the harness runs on: how loaded, and how long things wait for CPU, disk and memory. */
@NullMarked
package org.recipeharness.machine;

import org.jspecify.annotations.NullMarked;
