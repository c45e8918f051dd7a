// SPDX-License-Identifier: GPL-2.0-only
/** Call mechanisms between Java and native code, for the two signals of driver and channel: doorbell and interrupt. */
package org.zfcp4j.benchmarks.bindings;
