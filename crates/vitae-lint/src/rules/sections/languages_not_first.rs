//! Groups of skills that begin with something else than languages.

use crate::rule::rule;
use crate::{Context, Sink};
use vitae_pack::Category;
use vitae_resume::Skill;

rule! {
    /// # What it does
    /// Looks for skills in groups whose languages do not come first. A first group that opens with a
    /// language is fine, whatever its name.
    ///
    /// # Why it matters
    /// A search begins with the language, and so do readers.
    ///
    /// # Example
    /// ```skills
    /// Tools: Docker, Terraform, Jenkins
    /// Languages: Java, Kotlin, SQL
    /// ```
    ///
    /// # Use instead
    /// ```skills
    /// Languages: Java, Kotlin, SQL
    /// Tools: Docker, Terraform, Jenkins
    /// ```
    ///
    /// # When to ignore it
    /// When you are sought for a platform and not for a language.
    ///
    /// # Source
    /// S1 and S2: languages, frameworks, data, platform, tools.
    SEC023 = "languages-not-first" {
        group: Sections,
        severity: Info,
        curve: Binary,
        stands_on: "SEC001",
        fix: None,
        covers: ["C23"],
        check: Resume(check),
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let is_language = |name: &String| {
        let known = context.pack.skill_named(name).map(|id| context.pack.skill(id).category);
        known == Some(Category::Language)
    };
    let groups = &context.resume().skills;
    let of_languages = |group: &Skill| {
        let languages = group.keywords.iter().filter(|name| is_language(name)).count();
        languages >= 2 && languages * 3 >= group.keywords.len() * 2
    };
    let opens = groups.first().and_then(|group| group.keywords.first()).is_some_and(is_language);
    let Some(at) = groups.iter().position(of_languages).filter(|at| *at > 0 && !opens) else {
        return;
    };
    let place = context.range(&format!("/skills/{at}/keywords/0")).unwrap_or_default();
    sink.at(
        place,
        format!("languages come after `{}`", groups[0].name),
        "put the languages first, then frameworks, data and platform",
    );
}
