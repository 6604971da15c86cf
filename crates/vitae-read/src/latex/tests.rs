use super::*;
use proptest::prelude::*;

fn document(source: &str) -> Document {
    read(source.as_bytes(), &Limits::default()).unwrap()
}

fn lines(document: &Document) -> Vec<(&str, LineRole)> {
    document.lines.iter().map(|line| (document.line_text(line), line.role)).collect()
}

fn texts(source: &str) -> Vec<String> {
    let document = document(source);
    document.lines.iter().map(|line| document.line_text(line).to_string()).collect()
}

const RESUME: &str = r"\documentclass{article} % a comment
\usepackage[margin=1in]{geometry}
\newcommand{\sect}[1]{\par{\large\bfseries #1}\par\rule{\textwidth}{1pt}\par}
\newcommand{\entry}[2]{\textbf{#1}\hfill #2\par}
\begin{document}
\begin{center}{\Huge Zo\'e Vaganay}\end{center}
\href{mailto:zoe@example.com}{zoe@example.com} \quad +44 20 7946 0999 \\
Leeds, \emph{United Kingdom}

\sect{Experience}
\entry{Tarn Ledgers \& Co.}{2019 -- 2024}
\begin{itemize}[leftmargin=*]
  \item Cut costs by 40\% % why not
    using Go
  \item Led ``four'' engineers
\end{itemize}
\section*{Skills}
\begin{tabular}{l l}
Go & Rust \\
C\# & \texttt{Bash}
\end{tabular}
\end{document}
never printed";

#[test]
fn a_resume_becomes_lines() {
    let document = document(RESUME);
    let item = LineRole::Item(0);
    assert_eq!(
        lines(&document),
        [
            ("Zoé Vaganay", LineRole::Text),
            ("zoe@example.com\t+44 20 7946 0999", LineRole::Text),
            ("Leeds, United Kingdom", LineRole::Continuation),
            ("Experience", LineRole::Text),
            ("Tarn Ledgers & Co.\t2019 – 2024", LineRole::Text),
            ("Cut costs by 40% using Go", item),
            ("Led “four” engineers", item),
            ("Skills", LineRole::Heading(1)),
            ("Go\tRust", LineRole::Text),
            ("C#\tBash", LineRole::Continuation),
        ]
    );
    let heading = &document.lines[3];
    assert!(heading.ruled && heading.style.bold && heading.style.size == 12.0);
    assert_eq!(document.lines[0].style.size, 24.9);
    assert_eq!(document.links[0].range.of(&document.text), "zoe@example.com");
}

#[test]
fn words_lead_back_to_their_bytes() {
    let document = document(RESUME);
    for word in ["Vaganay", "Tarn Ledgers", "Cut costs by 40", "using Go", "Skills", "Experience"] {
        let at = document.text.find(word).unwrap();
        let source = document.source_range(TextRange::at(at, at + word.len())).unwrap();
        assert_eq!(source.of(RESUME), word);
    }
}

#[test]
fn classes_print_their_fields_and_entries() {
    let modern = r"\documentclass{moderncv}\name{Ann}{Li}\title{Engineer}\email{ann@example.com}
        \social[github]{annli}\address{1 Quay}{Leeds}{}
        \begin{document}\makecvtitle
        \cventry{2019--2024}{Engineer}{Tarn}{Leeds}{}{\begin{itemize}\item Cut costs\end{itemize}}
        \cvitem{Languages}{Go, Rust}
        \end{document}";
    assert_eq!(
        texts(modern),
        [
            "Ann Li",
            "Engineer",
            "ann@example.com",
            "annli",
            "1 Quay, Leeds",
            "Engineer\t2019–2024",
            "Tarn, Leeds",
            "Cut costs",
            "Languages\tGo, Rust",
        ]
    );
    let links = document(modern).links;
    assert_eq!(links[0].uri, "mailto:ann@example.com");
    assert_eq!(links[1].uri, "https://github.com/annli");
    let awesome = r"\begin{document}\cvsection{Work}\begin{cventries}\cventry{Engineer}{Tarn}{Leeds}{2019 -- 2024}
        {\begin{cvitems}\item {Cut costs}\end{cvitems}}\end{cventries}\end{document}";
    assert_eq!(texts(awesome), ["Work", "Engineer\t2019 – 2024", "Tarn, Leeds", "Cut costs"]);
    let jake = r"\newcommand{\resumeItem}[1]{\item\small{#1 \vspace{-2pt}}}\begin{document}
        \resumeSubHeadingListStart\resumeSubheading{Tarn}{Leeds}{Engineer}{2019}
        \resumeItemListStart\resumeItem{Cut costs}\resumeItemListEnd\resumeSubHeadingListEnd\end{document}";
    assert_eq!(texts(jake), ["Tarn\tLeeds", "Engineer\t2019", "Cut costs"]);
}

#[test]
fn signs_accents_and_unknown_commands() {
    for (source, expected) in [
        (
            r#"J\"org, Pl\v{c}ek, \c Calik, \'{\i}, \o re, \L{}\'od\'z"#,
            "Jörg, Plček, Çalik, í, øre, Łódź",
        ),
        (r"a---b--c-d ~ e\&f \$5 \#1 50\,ms", "a—b–c-d e&f $5 #1 50 ms"),
        (r"\mystery[x]{one}{two} \faPhone\ 1 $|$ $\cdot$ 2", "one two 1 | · 2"),
        (r"\textbf{a}b {\itshape c} \textcolor{red}{d} \makebox[3cm][l]{2024}e", "ab c d 2024\te"),
        (r"it's \url{ann.example.com/a\_b}", "it's ann.example.com/a_b"),
    ] {
        assert_eq!(texts(source), [expected], "{source}");
    }
}

#[test]
fn macros_that_call_themselves_end() {
    for source in [
        r"\newcommand{\a}{\a\a}\begin{document}x\a y\end{document}".to_string(),
        r"\def\a#1{\b{#1#1}}\def\b#1{\a{#1#1}}\a{x}".to_string(),
        format!("{}x", r"\textbf{".repeat(10_000)),
        format!("{}x", "{".repeat(10_000)),
        format!("{}x", r"\begin{itemize}".repeat(10_000)),
    ] {
        let document = document(&source);
        assert!(document.text.len() < 500_000);
    }
}

proptest! {
    #[test]
    fn any_source_is_read(source in "(\\\\(textbf|item|begin|end|section|href|newcommand|def|hfill|'|[a-c]|name|cventry)|[\\[\\]{}#1-3$%&~ \n`'a-cé-]|\\{itemize\\}){1,60}") {
        let document = document(&source);
        for origin in &document.origins {
            if let Place::Source(at) = &origin.place && at.len() == origin.text.len() {
                prop_assert_eq!(origin.text.of(&document.text), at.of(&source).replace('\n', " "));
            }
        }
    }

    #[test]
    fn a_resume_with_any_damage_is_read(at in 0..RESUME.len(), junk in "[\\\\{}\\[\\]#%$&a é]{0,5}") {
        let at = RESUME.floor_char_boundary(at);
        document(&format!("{}{junk}{}", &RESUME[..at], &RESUME[at..]));
    }
}
