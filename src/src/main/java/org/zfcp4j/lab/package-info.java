// SPDX-License-Identifier: GPL-2.0-only
/**
 * The laboratory: wires a kernel, the mock channel, the driver, stand-ins and checkers into a world, and records what happens in
 * it. Fakes are in {@link org.zfcp4j.lab.fake}, checkers in {@link org.zfcp4j.lab.check}, scripts in
 * {@code org.zfcp4j.lab.scenario}.
 */
package org.zfcp4j.lab;
