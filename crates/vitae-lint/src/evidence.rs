//! The four axes that backend work is hired on, and the words of a bullet that stand for each.
//! From general knowledge of the field; S3 names the axes.

use std::sync::OnceLock;
use vitae_facts::{Bullet, SkillUse};
use vitae_pack::{Category, Pack, VerbClass};
use vitae_text::{PhraseMatch, Phrases, SortedMap, TextRange};

/// An axis of backend work.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Interfaces and those who use them.
    Api,
    /// Schemas, queries, migrations, replication.
    Data,
    /// Bottlenecks, load, growth.
    Scale,
    /// Incidents, alerts, failure handling.
    Reliability,
}

const API: &[&str] = &[
    "api",
    "apis",
    "endpoint",
    "endpoints",
    "rest",
    "restful",
    "grpc",
    "graphql",
    "openapi",
    "swagger",
    "webhook",
    "webhooks",
    "versioning",
    "pagination",
    "rate limit",
    "rate limits",
    "rate limiting",
    "deprecation",
    "deprecated",
    "idempotency key",
    "idempotency keys",
    "protocol buffers",
    "protobuf",
    "contract test",
    "contract tests",
    "contract testing",
    "sdk",
    "sdks",
    "integrators",
    "api consumers",
    "api gateway",
    "backward compatible",
    "interface contract",
    "data contract",
    "data contracts",
    "payload",
    "schema registry",
];

const DATA: &[&str] = &[
    "schema",
    "schemas",
    "data model",
    "data models",
    "data modelling",
    "data modeling",
    "index",
    "indexes",
    "indices",
    "indexing",
    "query",
    "queries",
    "query plan",
    "query plans",
    "join",
    "joins",
    "partition",
    "partitions",
    "partitioned",
    "partitioning",
    "shard",
    "shards",
    "sharded",
    "sharding",
    "resharding",
    "replica",
    "replicas",
    "replication",
    "read replica",
    "read replicas",
    "normalised",
    "normalized",
    "denormalised",
    "denormalized",
    "backfill",
    "backfilled",
    "database migration",
    "schema migration",
    "schema migrations",
    "migrations",
    "transaction",
    "transactions",
    "isolation level",
    "isolation levels",
    "deadlock",
    "deadlocks",
    "row lock",
    "row locks",
    "optimistic locking",
    "connection pool",
    "connection pooling",
    "append only log",
    "event sourcing",
    "change data capture",
    "cdc",
    "outbox",
    "data warehouse",
    "database",
    "databases",
    "storage",
    "columnar",
    "compression",
    "aggregates",
    "upsert",
    "upserts",
    "retention",
    "vacuum",
    "materialised view",
    "materialized view",
    "materialized views",
    "materialised views",
    "n+1",
    "constraint",
    "constraints",
    "table",
    "tables",
    "per domain databases",
];

const SCALE: &[&str] = &[
    "throughput",
    "latency",
    "p50",
    "p95",
    "p99",
    "percentile",
    "bottleneck",
    "bottlenecks",
    "load test",
    "load tests",
    "load testing",
    "capacity",
    "capacity planning",
    "autoscaling",
    "auto scaling",
    "horizontal scaling",
    "scaled",
    "scaling",
    "peak",
    "peaks",
    "peak load",
    "traffic",
    "concurrency",
    "concurrent",
    "cache",
    "caches",
    "caching",
    "cached",
    "cdn",
    "sharding",
    "sharded",
    "partitioned",
    "partitioning",
    "backpressure",
    "batching",
    "profiled",
    "profiling",
    "response time",
    "response times",
    "requests a second",
    "requests per second",
    "rps",
    "qps",
    "black friday",
    "spike",
    "spikes",
    "load balancer",
    "load balancing",
    "fan out",
    "queue depth",
    "hot path",
    "memory use",
    "cpu",
];

const RELIABILITY: &[&str] = &[
    "on call",
    "oncall",
    "pager",
    "paged",
    "pages",
    "incident",
    "incidents",
    "postmortem",
    "postmortems",
    "post mortem",
    "post mortems",
    "incident review",
    "incident reviews",
    "runbook",
    "runbooks",
    "outage",
    "outages",
    "downtime",
    "uptime",
    "availability",
    "slo",
    "slos",
    "sla",
    "slas",
    "sli",
    "error budget",
    "error budgets",
    "error rate",
    "error rates",
    "alert",
    "alerts",
    "alerting",
    "monitoring",
    "observability",
    "tracing",
    "retry",
    "retries",
    "retry policy",
    "circuit breaker",
    "circuit breakers",
    "idempotent",
    "idempotency",
    "idempotency key",
    "idempotency keys",
    "zero downtime",
    "dead letter",
    "dead letters",
    "dead letter queue",
    "dlq",
    "failover",
    "failovers",
    "disaster recovery",
    "backup",
    "backups",
    "restore",
    "restores",
    "graceful degradation",
    "load shedding",
    "timeout",
    "timeouts",
    "rollback",
    "rollbacks",
    "roll back",
    "canary",
    "canary release",
    "canary releases",
    "blue green",
    "mttr",
    "mttd",
    "chaos",
    "chaos testing",
    "recovery",
    "failures",
    "cascading",
    "health check",
    "health checks",
];

impl Axis {
    /// One bit each, since a phrase may stand for two axes.
    fn bit(self) -> u8 {
        1 << self as u8
    }
}

fn phrases() -> &'static Phrases<u8> {
    static PHRASES: OnceLock<Phrases<u8>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut axes: SortedMap<&str, u8> = SortedMap::new();
        let lists = [
            (Axis::Api, API),
            (Axis::Data, DATA),
            (Axis::Scale, SCALE),
            (Axis::Reliability, RELIABILITY),
        ];
        for (axis, words) in lists {
            for word in words {
                *axes.or_default(*word) |= axis.bit();
            }
        }
        Phrases::build(axes.iter().map(|(words, bits)| (*words, *bits)))
    })
}

/// The first words of `bullet` that stand for `axis`, in the bullet's own text.
#[must_use]
pub fn words_for(axis: Axis, bullet: &Bullet) -> Option<TextRange> {
    let tokens = &bullet.anatomy.tokens;
    let of_axis = |found: &PhraseMatch<u8>| found.value & axis.bit() != 0;
    let (at, found) = phrases().find_all(tokens).find(|(_, found)| of_axis(found))?;
    Some(tokens[at].range.cover(tokens[at + found.tokens - 1].range))
}

/// What a bullet proves of `axis`, in tenths: all with a result, a figure or a decision, half when
/// only the work is named.
#[must_use]
pub fn proof_of(axis: Axis, bullet: &Bullet, pack: &Pack) -> u32 {
    let anatomy = &bullet.anatomy;
    let shown = words_for(axis, bullet).is_some()
        || (axis == Axis::Data && changes_a_datastore(bullet, pack));
    if !bullet.substantial || !shown {
        return 0;
    }
    let result =
        anatomy.outcome.is_some() || !anatomy.metrics.is_empty() || anatomy.decision.is_some();
    if result { 10 } else { 5 }
}

/// `Moved bookings from MySQL to PostgreSQL` is data work without a word of it: a datastore by its
/// name, and a verb of change. Building on one is not enough.
fn changes_a_datastore(bullet: &Bullet, pack: &Pack) -> bool {
    use VerbClass::{Decide, Fix, Improve, Migrate, Operate};
    let store = |used: &SkillUse| pack.skill(used.skill).category == Category::Datastore;
    let verb = pack.verb_key(bullet.anatomy.opener.verb);
    bullet.anatomy.skills.iter().any(store)
        && verb.is_some_and(|found| {
            matches!(found.verb.class, Decide | Fix | Improve | Migrate | Operate)
        })
}
