// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.channel.SubchannelStats;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.check.Activity;
import org.zfcp4j.lab.check.BlockChecker;
import org.zfcp4j.lab.check.DisabledTasklet;
import org.zfcp4j.lab.check.ErpChecker;
import org.zfcp4j.lab.check.FabricChecker;
import org.zfcp4j.lab.check.FcEventChecker;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Findings;
import org.zfcp4j.lab.check.HandedOver;
import org.zfcp4j.lab.check.HostChecker;
import org.zfcp4j.lab.check.HostLockRecursion;
import org.zfcp4j.lab.check.InputQueueChecker;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.lab.check.KnownEnd;
import org.zfcp4j.lab.check.LookupChecker;
import org.zfcp4j.lab.check.OrphanedAction;
import org.zfcp4j.lab.check.PortChecker;
import org.zfcp4j.lab.check.PortScanChecker;
import org.zfcp4j.lab.check.ProtocolChecker;
import org.zfcp4j.lab.check.ReactionChecker;
import org.zfcp4j.lab.check.RecoveryWait;
import org.zfcp4j.lab.check.ReferenceChecker;
import org.zfcp4j.lab.check.RequestFormChecker;
import org.zfcp4j.lab.check.RequestLifeChecker;
import org.zfcp4j.lab.check.RequestQueueChecker;
import org.zfcp4j.lab.check.ShutdownWatch;
import org.zfcp4j.lab.check.SrbChecker;
import org.zfcp4j.lab.check.StatusChecker;
import org.zfcp4j.lab.check.StorageChecker;
import org.zfcp4j.lab.check.SuspensionChecker;
import org.zfcp4j.lab.check.TimerChecker;
import org.zfcp4j.lab.check.TraceChecker;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.trace.SystemTraces;
import org.zfcp4j.trace.TraceLog;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpModule;

/** The observers of a world: traces, journal and log, and the checkers of invariants. */
final class Instruments {
    static final int FULL_TRACE = 6;

    final Watchers watchers;
    final Findings findings;
    /** Null where there is no journal. */
    final Journal journal;
    final Sleepers sleepers;
    final HostLockRecursion hostLockRecursion = new HostLockRecursion();
    private final DisabledTasklet disabledTasklet = new DisabledTasklet();
    private final OrphanedAction orphanedAction = new OrphanedAction();
    /** The devices that are watched. */
    final List<CcwDevice> cdevs = new ArrayList<>();
    private final WorldConfig config;
    private final Kernel kernel;
    private final HandedOver handedOver = new HandedOver();
    private final TraceLog trace;
    /** Null where there is no journal. */
    private final SystemLog system;
    private SrbChecker srbChecker;
    private FabricChecker fabricChecker;
    private LookupChecker lookupChecker;
    private PortScanChecker portScanChecker;
    /** Null on real threads. */
    private RecoveryWait recoveryWait;
    private FcEventChecker fcEventChecker;
    private final ShutdownWatch shutdownWatch = new ShutdownWatch();
    private ErpChecker erpChecker;
    /** Trace records of the scenario; those of the removal of the devices follow. */
    private int recorded;
    private SystemTraces systemTraces;

    Instruments(WorldConfig config, Kernel kernel) {
        this.config = config;
        this.kernel = kernel;
        this.watchers = new Watchers(kernel);
        this.sleepers = new Sleepers(kernel);
        this.findings = new Findings(kernel);
        this.journal = config.journal() ? new Journal(kernel, cdevs, handedOver, config.journalListener()) : null;
        this.system = config.journal() ? new SystemLog(kernel, cdevs, config.level().release()) : null;
        this.trace = new TraceLog(kernel, record -> {
            if (journal != null) {
                journal.traced(record);
            }
        });
        kernel.setObserver(watchers);
    }

    /** A trace record of the driver. */
    void traced(DebugArea area, int level, long tod, byte[] record, int length) {
        watchers.traced(area, level, record, length);
        trace.event(area, level, tod, record, length);
    }

    /** An event of the FC transport, for user space. */
    void posted(ScsiHost host, int code, int data) {
        if (fcEventChecker != null) {
            fcEventChecker.posted(host, code, data);
        }
    }

    /** Before the first device: adds the observers, in the order in which they are called. */
    void watch(ZfcpModule module, ScarceMemory memory) {
        watchers.add(handedOver);
        if (journal != null) {
            watchers.add(journal);
            watchers.add(system);
        }
        watchers.add(sleepers);
        boolean stepwise = !config.real();
        if (stepwise) {
            watchStepwise(module, memory);
        }
        watchers.add(new RequestLifeChecker(findings, handedOver, stepwise ? (VirtualKernel) kernel : null));
        erpChecker = new ErpChecker(findings);
        watchers.add(erpChecker);
        watchers.add(new StorageChecker(kernel.storage(), findings));
    }

    /** Observers that inspect the driver between two steps. */
    private void watchStepwise(ZfcpModule module, ScarceMemory memory) {
        watchers.add(hostLockRecursion);
        watchers.add(disabledTasklet);
        srbChecker = new SrbChecker(kernel, findings, handedOver, cdevs);
        watchers.add(srbChecker);
        watchers.add(new RequestQueueChecker((VirtualKernel) kernel, findings));
        watchers.add(new StatusChecker(kernel, findings));
        Activity activity = new Activity();
        watchers.add(activity);
        watchers.add(new ReferenceChecker(findings, activity, module.fsfReqCache));
        watchers.add(new TimerChecker(findings, handedOver, activity));
        watchers.add(new PortChecker((VirtualKernel) kernel, findings, activity));
        fabricChecker = new FabricChecker(findings, activity);
        watchers.add(fabricChecker);
        watchers.add(new ProtocolChecker(findings, cdevs));
        watchers.add(new RequestFormChecker(findings));
        watchers.add(new InputQueueChecker(kernel, findings, cdevs));
        watchers.add(new ReactionChecker(kernel, findings, handedOver));
        watchers.add(new TraceChecker(findings, handedOver));
        watchers.add(new SuspensionChecker(findings));
        portScanChecker = new PortScanChecker((VirtualKernel) kernel, findings, handedOver, memory::refusals);
        watchers.add(portScanChecker);
        recoveryWait = new RecoveryWait(kernel, findings);
        watchers.add(recoveryWait);
        fcEventChecker = new FcEventChecker(findings, handedOver, memory::refusals);
        watchers.add(fcEventChecker);
        watchers.add(shutdownWatch);
        watchers.add(orphanedAction);
        watchers.add(new BlockChecker(findings));
        lookupChecker = new LookupChecker(findings);
        watchers.add(lookupChecker);
        watchers.add(new HostChecker(findings));
        // After the checkers of what the driver has left behind.
        if (config.sweepsLeftovers()) {
            watchers.add(new LeftoverSweeper(findings));
        }
    }

    /** The script is over, and nothing is in flight any more; what is traced from now on belongs to the removal. */
    void settled(boolean complete) {
        if (complete) {
            watchers.settled(cdevs);
        }
        recorded = trace.records().size();
        systemTraces = systemTraces();
    }

    /** Does what triggers recovery and must wait for its end. */
    void waitsForRecovery(String busId, Runnable action) {
        if (recoveryWait == null) {
            action.run();
            return;
        }
        recoveryWait.calls(busId);
        action.run();
        recoveryWait.isBack(busId);
    }

    /** How many records of a device have a tag that begins so. */
    long recorded(String busId, String tag) {
        return trace.count(record -> record.tag().startsWith(tag) && record.area().startsWith("zfcp_" + busId + "_"));
    }

    private SystemTraces systemTraces() {
        return system == null ? SystemTraces.NONE : system.traces(FULL_TRACE);
    }

    /** What the free-running channel has counted. */
    void checkCounters(FcpDevice device) {
        if (device.subchannel().stats().srbsRefused() != 0) {
            findings.add(Invariant.SRB_LIMIT, device.busId(), maxSrbs(device) + " posted, the channel takes " + device.srbLimit());
        }
    }

    private int maxSrbs(FcpDevice device) {
        if (srbChecker != null) {
            return srbChecker.most(device.cdev());
        }
        SubchannelStats stats = device.subchannel().stats();
        return (int) (stats.srbsRefused() == 0 ? stats.srbsMaxEver() : stats.srbsLimit() + stats.srbsRefused());
    }

    /** See {@link World#hasLostFabric}. */
    boolean hasLostFabric(Adapter adapter) {
        return fabricChecker != null && fabricChecker.isLostByMistake(adapter);
    }

    /** See {@link World#isLookupLost}. */
    boolean isLookupLost(Adapter adapter, Port port) {
        return lookupChecker != null && lookupChecker.isLostByMistake(adapter, port);
    }

    /** See {@link World#isScanning}. */
    boolean isScanning(Adapter adapter) {
        return portScanChecker != null && portScanChecker.isScanning(adapter);
    }

    /** The mistakes of zfcp that end runs. */
    List<KnownEnd> knownEnds() {
        return List.of(disabledTasklet, orphanedAction);
    }

    /** See {@link World#isRecoveryEndless}. */
    boolean isRecoveryEndless(Adapter adapter) {
        return orphanedAction.has(adapter);
    }

    /** See {@link World#shutDownFor}. */
    String shutDownFor(Adapter adapter) {
        return shutdownWatch.byDriver(adapter);
    }

    /** See {@link World#isRecoveryStuck}. */
    boolean isRecoveryStuck(Adapter adapter) {
        return erpChecker.isStuckByMistake(adapter);
    }

    /**
     * What happened.
     *
     * @param up     whether all adapters were up when the script was over
     * @param broken all findings, those of the kernel included
     * @param run    of the virtual kernel; null of the real one
     */
    WorldResult result(List<FcpDevice> devices, boolean up, List<Finding> broken, List<String> notes, RunResult run) {
        List<TraceRecord> all = trace.records();
        List<TraceRecord> records = recorded == 0 ? all : all.subList(0, recorded);
        Set<String> tags = new LinkedHashSet<>();
        for (TraceRecord record : records) {
            if (record.kind().equals("rec") && record.bytes()[0] == DbfConstants.ZFCP_DBF_REC_TRIG) {
                tags.add(record.tag());
            }
        }
        int most = devices.stream().mapToInt(this::maxSrbs).max().orElse(0);
        return new WorldResult(devices.get(0).srbLimit(), most, up, List.copyOf(broken), notes, List.copyOf(tags), records,
                systemTraces == null ? systemTraces() : systemTraces,
                journal == null ? List.of() : List.copyOf(journal.events()), kernel.micros(), run);
    }
}
