// SPDX-License-Identifier: GPL-2.0-only
/**
 * The virtual kernel: one task at a time, every primitive a scheduling point, virtual time.
 *
 * <p>{@link org.zfcp4j.kernel.virtual.VirtualKernel} is the way in. Strategies implement
 * {@link org.zfcp4j.kernel.virtual.Scheduler}. A step of a task is an operation on a primitive with all that follows up to
 * the next one; what a task does is visible to others only through primitives, so nothing is lost by not switching in between.
 */
package org.zfcp4j.kernel.virtual;
