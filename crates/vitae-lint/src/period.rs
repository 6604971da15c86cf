//! Everything of a resume that has a start and an end. A resume goes in, periods with their JSON
//! pointer come out, in printed order of each list.

use crate::Context;
use vitae_resume::PartialDate;
use vitae_text::TextRange;

/// What a period belongs to.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum PeriodOf {
    /// A role.
    Work,
    /// A project.
    Project,
    /// Unpaid work.
    Volunteer,
    /// A course of study.
    Education,
}

/// An entry with its dates.
#[derive(Clone, Debug)]
pub(crate) struct Period {
    /// What it belongs to.
    pub(crate) of: PeriodOf,
    /// Pointer of the entry: `/work/0`.
    pub(crate) pointer: String,
    /// What the entry is called: title, else organisation.
    pub(crate) name: String,
    /// Its start, if it can be read.
    pub(crate) start: Option<PartialDate>,
    /// Its end, if it can be read.
    pub(crate) end: Option<PartialDate>,
}

impl Period {
    /// Where its dates stand, else where its name does; empty when that is not known.
    pub(crate) fn place(&self, context: &Context<'_>) -> TextRange {
        let fields = ["startDate", "endDate", "position", "name", "studyType", "institution"];
        fields
            .iter()
            .find_map(|field| context.range(&format!("{}/{field}", self.pointer)))
            .unwrap_or_default()
    }
}

/// All periods of the resume.
pub(crate) fn periods(context: &Context<'_>) -> Vec<Period> {
    let resume = context.resume();
    let mut all = Vec::new();
    let mut add = |of, list: &str, index: usize, names: [&String; 2], dates: [&String; 2]| {
        let name = names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
        let [start, end] = dates.map(|date| PartialDate::parse_iso(date));
        all.push(Period { of, pointer: format!("/{list}/{index}"), name, start, end });
    };
    for (index, entry) in resume.work.iter().enumerate() {
        let dates = [&entry.start_date, &entry.end_date];
        add(PeriodOf::Work, "work", index, [&entry.position, &entry.name], dates);
    }
    for (index, entry) in resume.projects.iter().enumerate() {
        let dates = [&entry.start_date, &entry.end_date];
        add(PeriodOf::Project, "projects", index, [&entry.name, &entry.entity], dates);
    }
    for (index, entry) in resume.volunteer.iter().enumerate() {
        let dates = [&entry.start_date, &entry.end_date];
        add(PeriodOf::Volunteer, "volunteer", index, [&entry.position, &entry.organization], dates);
    }
    for (index, entry) in resume.education.iter().enumerate() {
        let dates = [&entry.start_date, &entry.end_date];
        add(
            PeriodOf::Education,
            "education",
            index,
            [&entry.study_type, &entry.institution],
            dates,
        );
    }
    all
}
