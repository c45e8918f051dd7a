// SPDX-License-Identifier: GPL-2.0-only
/** The kernel on real threads and the wall clock; {@link org.zfcp4j.kernel.real.RealKernel} is the way in. */
package org.zfcp4j.kernel.real;
