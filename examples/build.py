#!/usr/bin/env python3
"""Builds the example resumes: <id>.yaml comes in; <id>.md, <id>.docx and <id>.pdf go out.

    python3 -m venv /tmp/examples && /tmp/examples/bin/pip install -r examples/requirements.txt
    /tmp/examples/bin/python examples/build.py            # all of them
    /tmp/examples/bin/python examples/build.py --check    # write nothing, fail if a file is stale

The YAML is the only source. Each look below prints dates and lays out entries in its own way, so that the
five together exercise a reader. Two runs give the same bytes: every date that a format stores is DAY.
"""

import argparse
import datetime
import io
import json
import sys
import zipfile
from pathlib import Path

import docx
import typst
import yaml
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

HERE = Path(__file__).resolve().parent
DAY = datetime.datetime(2026, 11, 2, 9, 0, 0)
MONTHS = "January February March April May June July August September October November December".split()

# entry: how the first lines of a job are laid out
#   title-right     title, employer, place on one line, dates at the right edge
#   employer-inline employer, place and dates on one line, the title below
#   two-lines       title and dates, employer and place below
#   grouped         employer once, its roles below with their dates
#   date-below      title and employer, place and dates below
# rail: dates stand at the right edge where they share a line with a title, else behind a dot. pdftotext puts a date
#   at the edge behind the bullets when an entry has few of them, so only looks with longer entries use it.
# dates: one way of printing a month for each job; the last one repeats. entry-omeally mixes two on purpose.
LOOKS = {
    "entry-omeally": dict(
        entry="title-right", rail=True, dates=["mon", "slash"], range=" – ", now="Present", paper="us-letter",
        font="Libertinus Serif", word_font="Calibri", size=11, accent="1f4e5f", heading="rule", head="left",
        order="summary education work projects skills languages",
        titles=dict(summary="Objective", work="Experience", skills="Technical Skills")),
    "mid-tran": dict(
        entry="employer-inline", rail=False, dates=["slash"], range=" – ", now="present", paper="a4",
        font="New Computer Modern", word_font="Cambria", size=10.5, accent="7a2e3a", heading="small-caps", head="centre",
        order="summary skills work education certificates languages",
        titles=dict(summary="Profile", work="Professional Experience")),
    "senior-karamouzi": dict(
        entry="two-lines", rail=True, dates=["mon"], range=" – ", now="Present", paper="a4",
        font="Libertinus Serif", word_font="Georgia", size=10, accent="2f5d3a", heading="upper", head="left",
        order="summary work skills certificates education languages",
        titles=dict(summary="Summary", work="Experience", certificates="Certifications")),
    "staff-halushchak": dict(
        entry="grouped", rail=False, dates=["mon-dot"], range=" – ", now="present", paper="us-letter",
        font="Libertinus Serif", word_font="Garamond", size=11, accent="23395d", heading="rule", head="centre",
        order="summary work projects skills certificates education languages",
        titles=dict(work="Work Experience", projects="Open Source and Talks", certificates="Certifications")),
    "principal-gebremariam": dict(
        entry="date-below", rail=False, dates=["month"], range=" to ", now="present", paper="us-letter",
        font="New Computer Modern", word_font="Times New Roman", size=11, accent="3b3b3b", heading="upper", head="left",
        order="summary work projects skills certificates education languages",
        titles=dict(summary="Executive Summary", work="Career", projects="Projects and Standards", skills="Areas of Expertise",
                    certificates="Certifications")),
}
TITLES = dict(summary="Summary", work="Experience", projects="Projects", skills="Skills",
              education="Education", certificates="Certificates", languages="Languages")


# ---- from the YAML to what is printed -------------------------------------------------------------

def month(iso, style):
    """Prints `2021-03`; a bare year stays a year."""
    if "-" not in iso:
        return iso
    year, number = iso.split("-")
    name = MONTHS[int(number) - 1]
    return {
        "mon": f"{name[:3]} {year}",
        "mon-dot": f"{name[:3]}{'' if name == 'May' else '.'} {year}",
        "month": f"{name} {year}",
        "slash": f"{number}/{year}",
    }[style]


def period(item, look, index=0):
    """Prints the time span of a job, project or school; empty where none is known."""
    style = look["dates"][min(index, len(look["dates"]) - 1)]
    start, end = item.get("startDate"), item.get("endDate")
    if not start:
        return month(end, style) if end else ""
    if start == end:
        return month(start, style)
    return month(start, style) + look["range"] + (month(end, style) if end else look["now"])


def bare(url):
    """The address as a person prints it."""
    return url.removeprefix("https://").removeprefix("http://")


def contact(basics):
    """Contact items in reading order, in one or two lines; each has its text and, for a link, its target."""
    place = basics["location"]
    where = ", ".join(x for x in (place.get("city"), place.get("region"), COUNTRIES[place["countryCode"]]) if x)
    items = [dict(text=where, url=None),
             dict(text=basics["email"], url="mailto:" + basics["email"]),
             dict(text=basics["phone"], url=None)]
    if basics.get("url"):
        items.append(dict(text=bare(basics["url"]), url=basics["url"]))
    items += [dict(text=bare(p["url"]), url=p["url"]) for p in basics.get("profiles", [])]
    return [items[:3], items[3:]] if len(items) > 4 else [items]


COUNTRIES = dict(JM="Jamaica", FR="France", AU="Australia", CA="Canada", US="USA")


def jobs(items, look):
    out = []
    for index, item in enumerate(items):
        same = index > 0 and items[index - 1]["name"] == item["name"]
        out.append(dict(
            title=item["position"], org=item["name"], place=item.get("location", ""),
            date=period(item, look, index), summary=item.get("summary", ""), bullets=item["highlights"],
            continues=look["entry"] == "grouped" and same))
    return out


def projects(items, look):
    return [dict(title=p["name"], text=p.get("description", ""), date=period(p, look),
                 link=dict(text=bare(p["url"]), url=p["url"]) if p.get("url") else None,
                 bullets=p.get("highlights", [])) for p in items]


def schools(items, look):
    return [dict(degree=f"{e['studyType']} {'' if e['studyType'].endswith('.') else 'in '}{e['area']}",
                 school=e["institution"], date=period(e, look), score=e.get("score", "")) for e in items]


def view(data, look):
    """Everything that the three writers print, in order, with dates and links already as text."""
    basics = data["basics"]
    make = dict(
        summary=lambda: basics["summary"],
        work=lambda: jobs(data["work"], look),
        projects=lambda: projects(data["projects"], look),
        education=lambda: schools(data["education"], look),
        skills=lambda: [dict(name=s["name"], text=", ".join(s["keywords"])) for s in data["skills"]],
        certificates=lambda: [dict(name=c["name"], issuer=c["issuer"], date=month(c["date"], look["dates"][0]))
                              for c in data["certificates"]],
        languages=lambda: ", ".join(f"{x['language']} ({x['fluency']})" for x in data["languages"]))
    sections = [dict(kind=kind, title=look["titles"].get(kind, TITLES[kind]), body=make[kind]())
                for kind in look["order"].split()]
    style = {k: look[k] for k in ("entry", "rail", "paper", "font", "size", "accent", "heading", "head")}
    return dict(name=basics["name"], label=basics["label"], country=basics["location"]["countryCode"],
                contact=contact(basics), sections=sections, style=style, day=[DAY.year, DAY.month, DAY.day])


# ---- Markdown -------------------------------------------------------------------------------------

def markdown_link(item):
    if not item["url"]:
        return item["text"]
    return f"<{item['text']}>" if item["url"].startswith("mailto:") else f"[{item['text']}]({item['url']})"


def markdown_job(job, entry):
    at = ", ".join(x for x in (job["org"], job["place"]) if x)
    if entry == "title-right":
        lines = [f"### {job['title']}, {at} ({job['date']})"]
    elif entry == "employer-inline":
        lines = [f"### {job['org']}", "", f"**{job['title']}**, {job['place']} · {job['date']}"]
    elif entry == "two-lines":
        lines = [f"### {job['title']}", "", f"*{at}* | {job['date']}"]
    elif entry == "grouped":
        lines = [] if job["continues"] else [f"### {job['org']}, {job['place']}", ""]
        lines += [f"**{job['title']}** · {job['date']}"]
    else:
        lines = [f"### {job['title']}, {job['org']}", "", f"{job['place']} | {job['date']}"]
    if job["summary"]:
        lines += ["", job["summary"]]
    return lines + [""] + [f"- {b}" for b in job["bullets"]] + [""]


def markdown_project(project):
    line = f"### {project['title']}: {project['text']}" + (f" ({project['date']})" if project["date"] else "")
    link = ["", markdown_link(project["link"])] if project["link"] else []
    return [line, *link, ""] + [f"- {b}" for b in project["bullets"]] + [""]


def markdown_section(section, entry):
    body, lines = section["body"], [f"## {section['title']}", ""]
    if section["kind"] == "work":
        for job in body:
            lines += markdown_job(job, entry)
    elif section["kind"] == "projects":
        for project in body:
            lines += markdown_project(project)
    elif section["kind"] == "skills":
        lines += [f"- **{s['name']}:** {s['text']}" for s in body] + [""]
    elif section["kind"] == "education":
        for e in body:
            lines += [f"**{e['degree']}**, {e['school']} ({e['date']})" + (f", {e['score']}" if e["score"] else ""), ""]
    elif section["kind"] == "certificates":
        lines += [f"- {c['name']}, {c['issuer']} ({c['date']})" for c in body] + [""]
    else:
        lines += [body, ""]
    return lines


def write_markdown(page):
    lines = [f"# {page['name']}", "", f"**{page['label']}**", "",
             "\\\n".join(" | ".join(map(markdown_link, line)) for line in page["contact"]), ""]
    for section in page["sections"]:
        lines += markdown_section(section, page["style"]["entry"])
    return ("\n".join(lines).rstrip() + "\n").encode()


# ---- DOCX -----------------------------------------------------------------------------------------

class Word:
    """One DOCX resume: built-in heading and list styles, real links, right tabs for dates, no tables."""

    def __init__(self, page, look):
        self.page, self.look = page, look
        self.doc = docx.Document()
        self.accent = RGBColor.from_string(look["accent"].upper())
        self.paper()
        self.styles()

    def paper(self):
        section = self.doc.sections[0]
        wide, high = (Mm(215.9), Mm(279.4)) if self.look["paper"] == "us-letter" else (Mm(210), Mm(297))
        section.page_width, section.page_height = wide, high
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(16)
        self.right = wide - Mm(40)

    def styles(self):
        for name, size, before, after, bold in (
                ("Normal", self.look["size"] - 0.5, 0, 2, None), ("Title", 21, 0, 0, True),
                ("Subtitle", 12, 0, 2, False), ("Heading 1", 12.5, 9, 3, True),
                ("Heading 2", 10.5, 6, 1, True), ("Heading 3", 10.5, 4, 1, True), ("List Bullet", self.look["size"] - 0.5, 0, 1.5, None)):
            style = self.doc.styles[name]
            style.font.name, style.font.size, style.font.bold = self.look["word_font"], Pt(size), bold
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
            style.paragraph_format.line_spacing = 1.0
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in [k for k in fonts.attrib if k.endswith("Theme")]:
                del fonts.attrib[key]
            for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(key), self.look["word_font"])
            if name.startswith(("Title", "Heading 1", "Subtitle")):
                style.font.color.rgb, style.font.italic = self.accent, False
            elif name.startswith("Heading"):
                style.font.color.rgb = RGBColor(0x22, 0x22, 0x22)
        self.drop_border("Title")
        if self.look["heading"] == "rule":
            self.border("Heading 1")
        self.doc.styles["Heading 1"].font.small_caps = self.look["heading"] == "small-caps"

    def drop_border(self, name):
        for border in self.doc.styles[name].element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break

    def border(self, name):
        properties = self.doc.styles[name].element.get_or_add_pPr()
        borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", self.look["accent"])):
            line.set(qn("w:" + key), value)
        borders.append(line)
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")

    def line(self, style, *parts):
        """A paragraph of (text, form) parts; form is bold, italic, date, plain, or a link target."""
        paragraph = self.doc.add_paragraph(style=style)
        for text, form in parts:
            if form == "date" and not self.look["rail"]:
                paragraph.add_run(" · " + text).bold = False
            elif form == "date":
                paragraph.paragraph_format.tab_stops.add_tab_stop(self.right, WD_TAB_ALIGNMENT.RIGHT)
                run = paragraph.add_run("\t" + text)
                run.bold = False
            elif form.startswith(("http", "mailto:")):
                self.link(paragraph, text, form)
            else:
                run = paragraph.add_run(text)
                run.bold = {"bold": True, "light": False}.get(form)
                run.italic = True if form == "italic" else None
        return paragraph

    def link(self, paragraph, text, target):
        rel = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), rel)
        run = paragraph.add_run(text)
        run.font.color.rgb = self.accent
        link.append(run._r)
        paragraph._p.append(link)

    def bullets(self, items):
        for item in items:
            self.line("List Bullet", (item, "plain"))

    def head(self):
        name = self.line("Title", (self.page["name"], "plain"))
        label = self.line("Subtitle", (self.page["label"], "plain"))
        lines = [name, label]
        for items in self.page["contact"]:
            parts = []
            for index, item in enumerate(items):
                parts += ([(" | ", "plain")] if index else []) + [(item["text"], item["url"] or "plain")]
            lines.append(self.line("Normal", *parts))
        if self.look["head"] == "centre":
            for paragraph in lines:
                paragraph.alignment = 1

    def job(self, job):
        at, entry = ", ".join(x for x in (job["org"], job["place"]) if x), self.look["entry"]
        if entry == "title-right":
            self.line("Heading 2", (job["title"], "plain"), (", " + at, "light"), (job["date"], "date"))
        elif entry == "employer-inline":
            self.line("Heading 2", (job["org"], "plain"), (f", {job['place']} · {job['date']}", "light"))
            self.line("Normal", (job["title"], "italic"))
        elif entry == "two-lines":
            self.line("Heading 2", (job["title"], "plain"), (job["date"], "date"))
            self.line("Normal", (at, "italic"))
        elif entry == "grouped":
            if not job["continues"]:
                self.line("Heading 2", (job["org"], "plain"), (", " + job["place"], "light"))
            self.line("Heading 3", (job["title"], "italic"), (job["date"], "date"))
        else:
            self.line("Heading 2", (f"{job['title']}, {job['org']}", "plain"))
            self.line("Normal", (f"{job['place']} | {job['date']}", "plain")).paragraph_format.keep_with_next = True
        if job["summary"]:
            self.line("Normal", (job["summary"], "italic"))
        self.doc.paragraphs[-1].paragraph_format.keep_with_next = True
        self.bullets(job["bullets"])

    def project(self, project):
        dated = [(project["date"], "date")] if project["date"] else []
        self.line("Heading 2", (project["title"], "plain"), (f": {project['text']}", "light"), *dated)
        if project["link"]:
            self.line("Normal", (project["link"]["text"], project["link"]["url"]))
        self.bullets(project["bullets"])

    def section(self, section):
        title = section["title"].upper() if self.look["heading"] == "upper" else section["title"]
        self.line("Heading 1", (title, "plain"))
        kind, body = section["kind"], section["body"]
        if kind == "work":
            for job in body:
                self.job(job)
        elif kind == "projects":
            for project in body:
                self.project(project)
        elif kind == "skills":
            for skill in body:
                self.line("Normal", (skill["name"] + ": ", "bold"), (skill["text"], "plain"))
        elif kind == "education":
            for e in body:
                self.line("Heading 2", (e["degree"], "plain"), (e["date"], "date"))
                self.line("Normal", (", ".join(x for x in (e["school"], e["score"]) if x), "plain"))
        elif kind == "certificates":
            for c in body:
                self.line("Normal", (f"{c['name']}, {c['issuer']} ({c['date']})", "plain"))
        else:
            self.line("Normal", (body, "plain"))

    def bytes(self):
        self.head()
        for section in self.page["sections"]:
            self.section(section)
        core = self.doc.core_properties
        core.author = core.last_modified_by = self.page["name"]
        core.title, core.comments, core.language = f"{self.page['name']}, resume", "", "en"
        core.created = core.modified = DAY
        core.revision = 1
        made = io.BytesIO()
        self.doc.save(made)
        return same_zip(made.getvalue())


def same_zip(raw):
    """The archive again, with DAY on every member, so that the clock does not show."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, DAY.timetuple()[:6])
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(member, source.read(name))
    return out.getvalue()


# ---- PDF ------------------------------------------------------------------------------------------

def write_pdf(page):
    """Typst with the fonts it ships; PDF/UA-1 makes it tagged, the day in the template fixes date and id."""
    return typst.compile(str(HERE / "resume.typ"), format="pdf", ignore_system_fonts=True,
                         pdf_standards="ua-1", sys_inputs={"page": json.dumps(page)})


def outputs(resume):
    look = LOOKS[resume.stem]
    page = view(yaml.safe_load(resume.read_text("utf-8")), look)
    return {".md": write_markdown(page), ".docx": Word(page, look).bytes(), ".pdf": write_pdf(page)}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is not up to date")
    check, stale = options.parse_args().check, []
    for name in LOOKS:
        resume = HERE / f"{name}.yaml"
        for suffix, data in outputs(resume).items():
            path = resume.with_suffix(suffix)
            if not path.exists() or path.read_bytes() != data:
                stale.append(path.name)
                if not check:
                    path.write_bytes(data)
    print("\n".join(stale) or "all up to date")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
