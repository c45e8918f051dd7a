// SPDX-License-Identifier: GPL-2.0-only
/* Fault rules, in the manner of scsi_debug's error injection: data that can be added and removed at run time. */
#include "state/fault.h"
#include <stdlib.h>

/* A rule is for one kind of event: the others neither match nor consume it. */
static bool action_applies(uint32_t action, const struct fault_key *key)
{
    switch (action) {
    case FCP_FAULT_SLSB_OUTPUT:
    case FCP_FAULT_SIGA:
    case FCP_FAULT_ESTABLISH:
    case FCP_FAULT_ACTIVATE:
    case FCP_FAULT_CLEAR:
        return key->action_first == key->action_last;
    case FCP_FAULT_FCP_RSP:
    case FCP_FAULT_STUBBORN:
        return key->command == FSF_QTCB_FCP_CMND;
    case FCP_FAULT_CT_REJECT:
    case FCP_FAULT_CT_RESIDUAL:
    case FCP_FAULT_CT_NO_LAST:
        return key->command == FSF_QTCB_SEND_GENERIC;
    case FCP_FAULT_WWPN:
        return key->command == FSF_QTCB_OPEN_PORT_WITH_DID || key->command == FSF_QTCB_SEND_ELS;
    default:
        return true;
    }
}

static bool rule_matches(const struct rule *r, const struct subchannel *sub, const struct fault_key *key)
{
    const struct fcp_fault *f = &r->fault;

    return f->count && f->action >= key->action_first && f->action <= key->action_last && action_applies(f->action, key) &&
           (f->sub == FCP_ANY || (uint32_t)f->sub == sub->number) &&
           (f->command == FCP_FAULT_ANY || f->command == key->command) &&
           (f->opcode == FCP_FAULT_ANY || f->opcode == key->opcode) && (!f->wwpn || f->wwpn == key->wwpn) &&
           (f->fcp_lun == FCP_FAULT_ANY_LUN || f->fcp_lun == key->fcp_lun);
}

/* Counts one match of a rule; returns whether it has effect this time. */
static bool rule_takes_effect(struct fcp_fault *f)
{
    if (f->skip) {
        f->skip--;
        return false;
    }
    if (f->count < 0)
        f->count++;
    f->hits++;
    return true;
}

/*
 * Finds the rule for key. Delays are wanted when delay_ns is given; they add up and are not "the" rule.
 */
bool fault_match(struct subchannel *sub, const struct fault_key *key, struct fcp_fault *found, uint64_t *delay_ns)
{
    bool have = false;

    for (struct rule *r = sub->ch->rules; r; r = r->next) {
        if (!rule_matches(r, sub, key))
            continue;
        if (r->fault.action == FCP_FAULT_DELAY) {
            if (delay_ns && rule_takes_effect(&r->fault))
                *delay_ns = later(*delay_ns, r->fault.delay_ns);
        } else if (!have) {
            have = rule_takes_effect(&r->fault);
            if (have)
                *found = r->fault;
        }
    }
    return have;
}

bool fault_exists(const struct subchannel *sub, uint32_t action)
{
    for (const struct rule *r = sub->ch->rules; r; r = r->next)
        if (r->fault.action == action && (r->fault.sub == FCP_ANY || (uint32_t)r->fault.sub == sub->number))
            return true;
    return false;
}

/* SIGA takes no lock unless there is a rule for it. */
static void tell_siga(fcp_channel *ch)
{
    for (uint32_t i = 0; i < ch->subs; i++)
        ch->sub[i]->siga_faults = fault_exists(ch->sub[i], FCP_FAULT_SIGA);
}

int fcp_fault_add(fcp_channel *ch, const struct fcp_fault *rule)
{
    struct rule *r, **at;
    int id;

    if (!ch || !rule || rule->action < FCP_FAULT_PROT_STATUS || rule->action > FCP_FAULT_STUBBORN ||
        rule->data_length > sizeof(rule->data))
        return FCP_EINVAL;
    if (rule->sub != FCP_ANY && (rule->sub < 0 || rule->sub >= FCP_MAX_SUBCHANNELS))
        return FCP_ENODEV;
    r = malloc(sizeof(*r));
    if (!r)
        return FCP_ENOMEM;
    r->next = NULL;
    r->fault = *rule;
    r->fault.hits = 0;
    pthread_mutex_lock(&ch->lock);
    id = (int)ch->next_rule;
    ch->next_rule = ch->next_rule == INT32_MAX ? 1 : ch->next_rule + 1;
    r->fault.id = (uint32_t)id;
    for (at = &ch->rules; *at; at = &(*at)->next)
        ;
    *at = r;
    tell_siga(ch);
    pthread_mutex_unlock(&ch->lock);
    return id;
}

int fcp_fault_remove(fcp_channel *ch, uint32_t id)
{
    struct rule **at, *r;

    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    for (at = &ch->rules; *at && (*at)->fault.id != id; at = &(*at)->next)
        ;
    r = *at;
    if (r)
        *at = r->next;
    tell_siga(ch);
    pthread_mutex_unlock(&ch->lock);
    free(r);
    return r ? 0 : FCP_ENOENT;
}

void faults_free(fcp_channel *ch)
{
    while (ch->rules) {
        struct rule *r = ch->rules;

        ch->rules = r->next;
        free(r);
    }
}

int fcp_fault_clear(fcp_channel *ch)
{
    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    faults_free(ch);
    tell_siga(ch);
    pthread_mutex_unlock(&ch->lock);
    return 0;
}

int fcp_fault_list(fcp_channel *ch, struct fcp_fault *out, uint32_t max)
{
    int n = 0;

    if (!ch || (max && !out))
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    for (const struct rule *r = ch->rules; r; r = r->next, n++)
        if ((uint32_t)n < max)
            out[n] = r->fault;
    pthread_mutex_unlock(&ch->lock);
    return n;
}
