// SPDX-License-Identifier: GPL-2.0-only
/**
 * The history of the driver as a test: each fix of Linux whose logic the port has is undone in the port, and the rig is asked whether
 * it notices. The fixes are files, one each, in {@code src/test/fixes}; {@code docs/fixes.md} is written from them.
 */
package org.zfcp4j.fixes;
