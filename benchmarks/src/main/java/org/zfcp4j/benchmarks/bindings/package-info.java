// SPDX-License-Identifier: GPL-2.0-only
/** The ways between Java and native code, for the two things that a driver and a channel tell each other: doorbell and interrupt. */
package org.zfcp4j.benchmarks.bindings;
