// SPDX-License-Identifier: GPL-2.0-only
/**
 * The smallest world in which the refill of status read buffers can be searched through: the port's own code on the virtual
 * kernel, one adapter whose start state is set up directly instead of being brought up, and a channel in Java that costs next to
 * nothing to make. Everything that is not needed for it is left out.
 */
package org.zfcp4j.lab.refill;
