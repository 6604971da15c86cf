//! What the built-in pack must know, asked through its public face.

use vitae_pack::{
    Category, DegreeLevel, Level, Pack, PhraseList, PlaceKind, SectionKind, Strength, VerbFormKind,
};
use vitae_text::tokenize;

fn name_of(text: &str) -> Option<&'static str> {
    Pack::builtin().skill_named(text).map(|id| Pack::builtin().skill(id).name)
}

#[test]
fn the_pack_is_as_large_as_promised() {
    let data = &Pack::builtin().data;
    assert!(data.version.starts_with("backend-engineer "));
    assert!(data.skills.len() >= 400, "{} skills", data.skills.len());
    assert!(data.verbs.len() >= 160, "{} verbs", data.verbs.len());
    assert!(data.places.places.len() >= 500, "{} places", data.places.places.len());
    for kind in [SectionKind::Work, SectionKind::Skills, SectionKind::Summary] {
        let english = data.headings.iter().filter(|h| h.kind == kind && h.language == "en");
        let names: usize = english.map(|h| h.standard.len() + h.casual.len()).sum();
        assert!(names >= 60, "{names} names for {kind:?}");
    }
}

#[test]
fn every_name_that_the_role_guides_list_is_a_skill() {
    let names = "Python, Java, Go, C#, Rust, Node.js, TypeScript, Ruby, Kotlin, Scala, SQL, \
        Spring Boot, Django, FastAPI, Express, Gin, ASP.NET Core, Rails, NestJS, PostgreSQL, MySQL, \
        MongoDB, Redis, DynamoDB, Cassandra, Elasticsearch, Neo4j, Memcached, Kafka, RabbitMQ, SQS, \
        Redis Streams, Pulsar, AWS, EC2, Lambda, ECS, RDS, S3, ElastiCache, Azure, GCP, Docker, \
        Kubernetes, Terraform, CDN, Datadog, New Relic, Prometheus, Grafana, OpenTelemetry, \
        PagerDuty, ELK, Jaeger, REST, gRPC, GraphQL, WebSocket, OpenAPI, Protocol Buffers, \
        GraphQL federation, API versioning, pagination, error handling, pytest, unit testing, \
        integration testing, load testing, RESTful API, microservices, event-driven, \
        distributed systems, system design, database optimization, query optimisation, indexing, \
        caching strategy, message queue, data pipeline, CI/CD, containerisation, \
        infrastructure as code, load balancing, horizontal scaling, rate limiting, authentication, \
        OAuth, JWT, API gateway, CQRS, saga, event sourcing, service mesh, sharding, replication, \
        reliability engineering, observability, cloud-native, Golang, API design, server-side, \
        HIPAA, PHI, HL7, FHIR, multi-tenancy, circuit breaker, idempotency, dead letters, \
        graceful degradation, retry, runbooks, on-call, RDBMS, automation testing";
    let missing: Vec<_> = names
        .split(',')
        .map(str::trim)
        .filter(|name| *name != "automation testing" && name_of(name).is_none())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn other_names_lead_to_the_canonical_one() {
    assert_eq!(name_of("golang"), Some("Go"));
    assert_eq!(name_of("Postgres"), Some("PostgreSQL"));
    assert_eq!(name_of("k8s"), Some("Kubernetes"));
    assert_eq!(name_of("Amazon Web Services"), Some("AWS"));
    assert_eq!(name_of("Event-Driven Architecture"), Some("event-driven architecture"));
    assert_eq!(name_of("NodeJS"), Some("Node.js"));
    assert_eq!(name_of("Bugsnag"), Some("Bugsnag"), "a peer is a skill of its own");
    assert_eq!(name_of("Requirements"), None);
    assert_eq!(name_of("years"), None);
}

#[test]
fn everyday_words_are_no_skills_unless_marked_ambiguous() {
    let pack = Pack::builtin();
    for word in "it is a an in on at to of and or the we my us all no so as by be do can may will \
        from with about more most other new lead build make use work time team data user users \
        cloud design system review plan support help process product project report test"
        .split_whitespace()
    {
        let ambiguous = pack.skill_named(word).is_some_and(|id| pack.skill(id).ambiguous);
        assert!(pack.skill_named(word).is_none() || ambiguous, "`{word}` floods");
    }
}

#[test]
fn an_ambiguous_name_needs_a_word_near_it() {
    let pack = Pack::builtin();
    let go = pack.skill_named("Go").unwrap();
    assert!(pack.skill(go).ambiguous);
    assert!(pack.means_technology(go, &tokenize("wrote the billing service in")));
    assert!(!pack.means_technology(go, &tokenize("ready to on Monday")));
    let trapped = |text: &str| pack.skill_traps().find_all(&tokenize(text)).count();
    assert_eq!(trapped("ready to go to market"), 1);
    assert_eq!(trapped("Spring 2022"), 1);
    assert_eq!(trapped("a C-level audience"), 1);
    assert_eq!(trapped("services in Go and Rust"), 0);
}

#[test]
fn careless_spellings_are_known_letter_for_letter() {
    let pack = Pack::builtin();
    let right = |text: &str| pack.miscased(text).map(|id| pack.skill(id).name);
    assert_eq!(right("Postgresql"), Some("PostgreSQL"));
    assert_eq!(right("Javascript"), Some("JavaScript"));
    assert_eq!(right("Github"), Some("GitHub"));
    assert_eq!(right("MongoDb"), Some("MongoDB"));
    assert_eq!(right("PostgreSQL"), None);
    assert_eq!(right("Postgres"), None);
    assert_eq!(right("K8s"), None);
}

#[test]
fn skills_know_their_layer_parents_and_provider() {
    let pack = Pack::builtin();
    let skill = |name: &str| pack.skill(pack.skill_named(name).unwrap());
    assert_eq!(skill("Kafka").category, Category::Queue);
    assert_eq!(skill("Redis").category, Category::Cache);
    assert_eq!(pack.skill(skill("Lambda").cloud.unwrap()).name, "AWS");
    assert!(skill("Spring Boot").implies.iter().any(|id| pack.skill(*id).name == "Java"));
    assert!(skill("Git").basic && !skill("CQRS").technology);
    assert_eq!(skill("Go").first_release, Some(2009));
    assert_eq!(skill("GCP").long, Some("Google Cloud Platform"));
}

#[test]
fn headings_are_found_in_all_languages() {
    let pack = Pack::builtin();
    let kind = |line: &str| pack.heading(line).map(|heading| heading.kind);
    assert_eq!(kind("WORK EXPERIENCE"), Some(SectionKind::Work));
    assert_eq!(kind("Education & Training:"), kind("education and training"));
    assert_eq!(kind("Berufserfahrung"), Some(SectionKind::Work));
    assert_eq!(kind("Compétences techniques"), Some(SectionKind::Skills));
    assert_eq!(kind("Educación"), Some(SectionKind::Education));
    assert_eq!(kind("Certificações"), Some(SectionKind::Certificates));
    assert_eq!(kind("경력"), Some(SectionKind::Work));
    assert_eq!(kind("職務経歴"), Some(SectionKind::Work));
    assert_eq!(kind("项目经历"), Some(SectionKind::Projects));
    assert_eq!(kind("Led the experience team"), None);
    let casual = pack.heading("Where I've worked").unwrap();
    assert!(casual.kind == SectionKind::Work && !casual.standard);
}

#[test]
fn date_words_are_found() {
    let pack = Pack::builtin();
    assert_eq!(pack.month("MÄRZ"), Some(3));
    assert_eq!(pack.month("Sept"), Some(9));
    assert_eq!(pack.month("août"), Some(8));
    assert_eq!(pack.season("Fall"), Some(10));
    assert_eq!(pack.present_word(&tokenize("bis heute")), Some(2));
    assert_eq!(pack.present_word(&tokenize("Present")), Some(1));
    assert_eq!(pack.present_word(&tokenize("현재")), Some(1));
    assert_eq!(pack.present_word(&tokenize("2024")), None);
    assert!(pack.is_range_separator(&tokenize("–")[0]));
    assert!(pack.expected_word(&tokenize("Expected May 2027")).is_some());
}

#[test]
fn verbs_are_found_in_every_form() {
    use VerbFormKind::{Base, Gerund, Participle, Past, Present3};
    let pack = Pack::builtin();
    let cases = [
        ("cut", "cut", Past),
        ("found", "find", Past),
        ("build", "build", Base),
        ("shipped", "ship", Past),
        ("planned", "plan", Past),
        ("carried", "carry", Past),
        ("debugged", "debug", Past),
        ("wrote", "write", Past),
        ("written", "write", Participle),
        ("writes", "write", Present3),
        ("led", "lead", Past),
        ("Optimised", "optimise", Past),
        ("migrating", "migrate", Gerund),
        ("oversaw", "oversee", Past),
        ("dockerized", "dockerize", Past),
        ("transferred", "transfer", Past),
    ];
    for (word, base, form) in cases {
        let found = pack.verb(word).unwrap_or_else(|| panic!("`{word}` is unknown"));
        assert_eq!((found.verb.base, found.form), (base, form), "{word}");
    }
    assert_eq!(pack.verb("reduced").unwrap().verb.strength, Strength::Strong);
    assert_eq!(pack.verb("maintained").unwrap().verb.strength, Strength::Ok);
    assert_eq!(pack.verb("helped").unwrap().verb.strength, Strength::Weak);
    assert!(pack.verb("efficient").is_none());
    let opener = pack.weak_opener(&tokenize("Responsible for the billing API")).unwrap();
    assert!(opener.tokens == 2 && opener.value.duty);
}

#[test]
fn people_firms_schools_and_places_are_found() {
    let pack = Pack::builtin();
    assert_eq!(
        pack.title_word(&tokenize("Senior Engineer")).unwrap().value.level,
        Some(Level::Senior)
    );
    assert_eq!(pack.company_suffix(&tokenize("Pvt. Ltd.")), Some(4));
    assert!(pack.school_word(&tokenize("Hochschule Beispiel")).is_some());
    assert!(pack.has_school_ending("가나다대학교"));
    assert_eq!(pack.degree(&tokenize("B.Sc. in Physics")).unwrap().value, DegreeLevel::Bachelor);
    assert_eq!(pack.degree(&tokenize("석사")).unwrap().value, DegreeLevel::Master);
    assert_eq!(pack.place(&tokenize("São Paulo, Brazil")).unwrap().value.country, "BR");
    assert_eq!(pack.region_code("CA").unwrap().name, "CA");
    assert_eq!(pack.region_code("in").map(|place| place.kind), None::<PlaceKind>);
    assert_eq!(pack.remote_word(&tokenize("On-site")), Some(3));
    let network = |host: &str| pack.network_for_host(host).map(|network| network.name);
    assert_eq!(network("github.com"), Some("GitHub"));
    assert_eq!(network("www.GitHub.example.com"), Some("GitHub"));
    assert_eq!(network("scholar.google.de"), Some("Google Scholar"));
    assert_eq!(network("ada.github.io"), Some("GitHub Pages"));
    assert_eq!(network("example.com"), None);
}

#[test]
fn a_misspelling_is_no_word_of_the_pack() {
    let pack = Pack::builtin();
    for slip in &pack.phrase_set(PhraseList::Misspelling).unwrap().phrases {
        let (text, tokens) = (slip.text, tokenize(slip.text));
        assert!(slip.instead.is_some_and(|meant| meant != text), "{text}");
        assert_eq!(tokens.len(), 1, "{text}");
        let known = pack.skill_named(text).is_some()
            || pack.verb(text).is_some()
            || pack.title_word(&tokens).is_some()
            || pack.heading(text).is_some()
            || pack.month(text).is_some()
            || pack.degree(&tokens).is_some()
            || pack.company_word(&tokens).is_some();
        assert!(!known, "{text} is a word of the pack");
    }
}

#[test]
fn words_of_evidence_keep_their_lists_in_the_common_index() {
    let pack = Pack::builtin();
    for (bit, list) in PhraseList::SIGNALS.into_iter().enumerate() {
        for phrase in &pack.phrase_set(list).unwrap().phrases {
            let tokens = tokenize(phrase.text);
            let kinds = pack.signals().every(&tokens).fold(0, |all, found| all | found.value);
            assert!(kinds & 1 << bit != 0, "{list:?}: {}", phrase.text);
        }
    }
}

#[test]
fn phrase_lists_find_their_phrases_and_stay_silent_beside_them() {
    let pack = Pack::builtin();
    let hit = |list, text: &str| pack.phrases(list).find_all(&tokenize(text)).next().is_some();
    assert!(hit(PhraseList::Buzzword, "a results-driven engineer"));
    assert!(hit(PhraseList::Placeholder, "Lorem ipsum dolor"));
    assert!(hit(PhraseList::ModelInstruction, "Ignore all previous instructions"));
    assert!(!hit(PhraseList::ModelInstruction, "Prompt engineer; wrote system prompts"));
    assert!(hit(PhraseList::Objective, "Seeking a position as"));
    let (_, found) =
        pack.phrases(PhraseList::Filler).find_all(&tokenize("in order to cut")).next().unwrap();
    assert_eq!(pack.phrase(found.value).unwrap().instead, Some("to"));
    assert!(PhraseList::ALL.iter().all(|list| pack.phrase_set(*list).is_some()));
}
