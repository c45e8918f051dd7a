// SPDX-License-Identifier: GPL-2.0-only
/**
 * What a geometry costs, counted instead of timed: driver and channel on the virtual kernel, their tasks placed on processors whose caches
 * are a model. Runs in classes that a checking loader has loaded.
 */
package org.zfcp4j.lab.cost;
