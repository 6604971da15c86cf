//! How bullets open, in which voice, tense and person, and which skills their context proves.

use vitae_facts::{OpenerStrength as S, Scope, Tense as T, anatomy};
use vitae_pack::Pack;

#[test]
fn openers_have_a_verb_a_strength_and_a_tense() {
    let cases = [
        ("Migrated three services", "Migrated", S::Strong, T::Past),
        ("Successfully migrated three services", "migrated", S::Strong, T::Past),
        ("I also rewrote the parser", "rewrote", S::Strong, T::Past),
        ("Our team built the ledger", "built", S::Strong, T::Past),
        ("Responsible for the build farm", "Responsible for", S::Weak, T::None),
        ("Was tasked with writing tests", "Was tasked with", S::Weak, T::Past),
        ("Was promoted to team lead", "Was promoted", S::Weak, T::Past),
        ("Worked on the billing API", "Worked on", S::Weak, T::Past),
        ("Support the payments group", "Support", S::Weak, T::Present),
        ("Building a billing service", "Building", S::Ok, T::Present),
        ("Own the refund service", "Own", S::Strong, T::Present),
        ("Found the leak in the pool", "Found", S::Ok, T::Past),
        ("Rehydrates a day of quotes from disk", "Rehydrates", S::Ok, T::Present),
        ("Got rid of the weekly reindex", "Got rid of", S::Strong, T::Past),
        ("Switched off two halls", "Switched off", S::Strong, T::Past),
        ("We were able to port the parser", "port", S::Strong, T::Past),
        ("Instrumental in the go-live", "Instrumental in", S::Weak, T::None),
        ("Working knowledge of Elixir", "Working knowledge of", S::Weak, T::None),
        ("Various bug fixes", "", S::None, T::None),
        ("Phase 2 of the rollout", "", S::None, T::None),
        ("", "", S::None, T::None),
    ];
    for (text, verb, strength, tense) in cases {
        let found = anatomy(text, Pack::builtin());
        let opener = (found.opener.range.of(text), found.opener.strength, found.tense);
        assert_eq!(opener, (verb, strength, tense), "{text}");
    }
}

#[test]
fn the_main_verb_decides_the_voice() {
    let cases = [
        ("Was promoted to team lead", true),
        ("Kafka was introduced by the platform group", true),
        ("A migration to gRPC was led", true),
        ("Cut the queue that was blocked by one tenant", false),
        ("Wrote what had been missing", false),
        ("Rewinds a day of trades and compares it with what was settled", false),
        ("Rewind of a day, compared with what was settled", false),
        ("Tool for night crews when trains are delayed", false),
    ];
    for (text, passive) in cases {
        assert_eq!(anatomy(text, Pack::builtin()).passive, passive, "{text}");
    }
}

#[test]
fn persons_are_pronouns_and_not_names() {
    let cases = [
        ("I built the ledger", Some("I")),
        ("Moved 11 databases myself", Some("myself")),
        ("Wrote the guide that we follow", Some("we")),
        ("Tuned the I/O path", None),
        ("Moved traffic to US regions", None),
        ("Promoted to Engineer I, then Engineer II", None),
        ("Added My Orders to the API", None),
    ];
    for (text, person) in cases {
        let found = anatomy(text, Pack::builtin()).first_person;
        assert_eq!(found.map(|range| range.of(text)), person, "{text}");
    }
}

#[test]
fn everyday_words_need_context_to_be_skills() {
    let cases: &[(&str, &[&str])] = &[
        ("Got ready to go to market in spring 2022 with C-level sponsors", &[]),
        ("Ran R&D after Series C and kept the rest", &[]),
        ("Planned express delivery and a swift reply", &[]),
        ("Led fares from Oracle to PostgreSQL: 2.6 TB", &["Oracle", "PostgreSQL"]),
        ("Worked at Oracle on storage for PostgreSQL", &["PostgreSQL"]),
        ("Put quotes under 9 ms with a Rust cache", &["Rust"]),
        ("Scanned images with Trivy and flags with LaunchDarkly", &["Trivy", "LaunchDarkly"]),
        ("Built a scheduler in Go that runs on its own", &["Go"]),
        ("Rewrote the Node service in Rust, and the parser in Swift", &["Node", "Rust", "Swift"]),
        ("Provisioned hosts with Chef and Puppet", &["Chef", "Puppet"]),
        ("Wrote Go, Rust and C for devices", &["Go", "Rust", "C"]),
        ("Ported C++ and C# services", &["C++", "C#"]),
        // A host's ending was taken for the framework.
        ("Moved shop.example.net and jane@example.net to Redis", &["Redis"]),
        ("Ported ASP.net pages and .net jobs", &["ASP.net", ".net"]),
        ("Ran dotnet and C#/.NET workers", &["dotnet", "C#", ".NET"]),
        // A capital inside a sentence is no verb, whatever particle stands beside it.
        ("Rewrote a nightly batch from Java to Go and cut its memory", &["Java", "Go"]),
        ("Built the ledger in Go on CockroachDB", &["Go", "CockroachDB"]),
        ("Made plans to go on and go from there with Java", &["Java"]),
        ("Led Go to market work for a Java tool", &["Java"]),
        ("Moved golang jobs to Postgres on k8s", &["golang", "Postgres", "k8s"]),
    ];
    for (text, wanted) in cases {
        let found = anatomy(text, Pack::builtin());
        let technologies =
            found.skills.iter().filter(|f| Pack::builtin().skill(f.skill).technology);
        let names: Vec<&str> = technologies.map(|skill| skill.range.of(text)).collect();
        assert_eq!(names, *wanted, "{text}");
    }
}

#[test]
fn young_names_of_the_field_are_skills_and_the_words_they_are_made_of_are_not() {
    let cases: &[(&str, &[&str])] = &[
        ("Tested with Ginkgo and Gomega", &["Ginkgo", "Gomega"]),
        ("Planted a ginkgo by the office", &[]),
        ("Moved logs to Loki with Vector", &["Loki", "Vector"]),
        ("Found the attack vector; Vector clocks came later", &[]),
        ("Stored ledgers in BookKeeper", &["BookKeeper"]),
        ("Worked as a bookkeeper for a mill", &[]),
        ("Added Bull queues to the NestJS API", &["Bull", "NestJS"]),
        ("Traded through a bull market", &[]),
        ("Moved builds from Ant to Gradle", &["Ant", "Gradle"]),
        ("Studied ant colonies and their builds", &[]),
        (
            "Sent pushes over Firebase Cloud Messaging and APNs",
            &["Firebase Cloud Messaging", "APNs"],
        ),
        ("Raised the click rate per page", &[]),
        ("Wrote the tool in Python with Click", &["Python", "Click"]),
        ("Rebuilt the gateway API and the cluster API", &[]),
        ("Had to devise a plan and testify to it", &[]),
        ("Put Azure Front Door before AKS", &["Azure Front Door", "AKS"]),
        ("Scaled pods on kube-state-metrics", &["kube-state-metrics"]),
    ];
    for (text, wanted) in cases {
        let found = anatomy(text, Pack::builtin());
        let names: Vec<&str> = found
            .skills
            .iter()
            .filter(|found| Pack::builtin().skill(found.skill).technology)
            .map(|skill| skill.range.of(text))
            .collect();
        assert_eq!(names, *wanted, "{text}");
    }
}

#[test]
fn scope_is_the_widest_reach_named() {
    let cases = [
        ("Set a company-wide standard for nine teams", Some(Scope::Company)),
        ("Moved 5 teams off the shared schema", Some(Scope::Organisation)),
        ("Rewrote the pricing service", Some(Scope::Service)),
        ("Taught the team to profile", Some(Scope::Team)),
        ("Wrote the index", None),
    ];
    for (text, scope) in cases {
        assert_eq!(anatomy(text, Pack::builtin()).scope, scope, "{text}");
    }
}
