// SPDX-License-Identifier: GPL-2.0-only
/**
 * Classes of this program loaded a second time, so that their accesses to memory can be observed; the ordinary ones stay as fast as they
 * are.
 */
package org.zfcp4j.checked;
