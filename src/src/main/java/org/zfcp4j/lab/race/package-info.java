// SPDX-License-Identifier: GPL-2.0-only
/**
 * Data races of the driver: accesses to plain memory that nothing orders, found by happens-before with vector clocks. Runs in classes that a
 * checking loader has loaded.
 */
package org.zfcp4j.lab.race;
