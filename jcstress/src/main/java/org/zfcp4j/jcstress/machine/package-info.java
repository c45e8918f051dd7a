// SPDX-License-Identifier: GPL-2.0-only
/** What the tests run on: one kernel a JVM, and queues and adapters that are used again and again. */
package org.zfcp4j.jcstress.machine;
