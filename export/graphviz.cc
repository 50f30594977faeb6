// SPDX-License-Identifier: Apache-2.0
// Calls into libgvc and libcgraph under one lock, in the C locale, with their messages caught.
#include "export/graphviz.h"

#include <clocale>
#include <cstdlib>
#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include "export/clean_text.h"

namespace edgewise {
namespace {

std::mutex graphviz_lock;
// Graphviz's error callback carries no context. Guarded by graphviz_lock.
std::string* messages = nullptr;

int catch_message(char* text) {
  constexpr std::size_t kEnough = 1000;
  if (messages && text && messages->size() < kEnough) *messages += text;
  return 0;
}

// Graphviz's text measuring remembers a font of the context it last worked in, beyond the life of that context; so
// there is one, and it is never given back. Guarded by graphviz_lock.
GVC_t* only_context() {
  static GVC_t* const context = gvContext();
  return context;
}

// Graphviz reads and writes numbers in the thread's locale.
class CLocale {
 public:
  CLocale() : c_(newlocale(LC_NUMERIC_MASK, "C", static_cast<locale_t>(nullptr))), before_(uselocale(c_)) {}
  ~CLocale() {
    uselocale(before_);
    freelocale(c_);
  }
  CLocale(const CLocale&) = delete;
  CLocale& operator=(const CLocale&) = delete;

 private:
  locale_t c_, before_;
};

// Sole use of Graphviz for as long as it lives.
class Session {
 public:
  explicit Session(std::string& complaint) : complaint_(complaint), lock_(graphviz_lock) {
    messages = &caught_;
    agseterr(AGWARN);
    agseterrf(catch_message);
  }
  ~Session() {
    agseterrf(nullptr);
    messages = nullptr;
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  GVC_t* context() const { return only_context(); }

  // Reports that `step` failed, with what Graphviz said about it.
  void complain(std::string_view step) {
    const std::string said = clean_text(caught_);
    const std::size_t end = said.find('\n');
    complaint_ = fmt::format("{} failed{}{}", step, said.empty() ? "" : ": ", said.substr(0, end));
  }

 private:
  std::string& complaint_;
  std::string caught_;
  std::lock_guard<std::mutex> lock_;
  CLocale locale_;
};

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

// A finished layout, given back when it goes. Some engines draw random numbers before they seed the generator, so
// that is done here: the same graph must not depend on what was drawn before.
class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph, const char* engine) : context_(context), graph_(graph) {
    constexpr unsigned kSeed = 1;
    std::srand(kSeed);
    srand48(kSeed);
    good_ = gvLayout(context, graph, engine) == 0;
  }
  ~Layout() {
    if (good_) gvFreeLayout(context_, graph_);
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  explicit operator bool() const { return good_; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  bool good_ = false;
};

// Cgraph's functions take pointers to char that they do not write through.
char* c_text(const char* text) { return const_cast<char*>(text); }

void set_default(Agraph_t* graph, int kind, const char* name, const char* value) {
  agattr(graph, kind, c_text(name), c_text(value));
}

// Boxes without text, so that no font is looked for.
GraphHandle box_graph(const BoostGraph& graph, const std::vector<Box>& boxes, double gap,
                      std::vector<Agnode_t*>& nodes) {
  GraphHandle drawing(agopen(c_text("g"), Agstrictundirected, nullptr));
  if (!drawing) return drawing;
  set_default(drawing.get(), AGRAPH, "overlap", "prism");
  set_default(drawing.get(), AGRAPH, "splines", "");
  set_default(drawing.get(), AGRAPH, "start", "1");
  set_default(drawing.get(), AGRAPH, "sep", fmt::format("+{}", gap / 2).c_str());
  set_default(drawing.get(), AGRAPH, "pack", fmt::format("{}", static_cast<int>(4 * gap)).c_str());
  set_default(drawing.get(), AGNODE, "shape", "box");
  set_default(drawing.get(), AGNODE, "fixedsize", "true");
  set_default(drawing.get(), AGNODE, "label", "");
  set_default(drawing.get(), AGNODE, "width", "1");
  set_default(drawing.get(), AGNODE, "height", "1");
  constexpr double kPointsPerInch = 72;
  for (const Box& box : boxes) {
    nodes.push_back(agnode(drawing.get(), c_text(fmt::format("{}", nodes.size()).c_str()), 1));
    agset(nodes.back(), c_text("width"), c_text(fmt::format("{:.4f}", box.width / kPointsPerInch).c_str()));
    agset(nodes.back(), c_text("height"), c_text(fmt::format("{:.4f}", box.height / kPointsPerInch).c_str()));
  }
  for (auto e : boost::make_iterator_range(boost::edges(graph)))
    if (boost::source(e, graph) != boost::target(e, graph))
      agedge(drawing.get(), nodes[boost::source(e, graph)], nodes[boost::target(e, graph)], nullptr, 1);
  return drawing;
}

GraphHandle read_dot(Session& session, const std::string& dot) {
  GraphHandle drawing(session.context() ? agmemread(dot.c_str()) : nullptr);
  if (!drawing) session.complain("reading the DOT text");
  return drawing;
}

// Empty on failure, which is complained about.
std::string rendered(Session& session, Agraph_t* drawing, const char* format) {
  char* data = nullptr;
  unsigned int size = 0;
  if (gvRenderData(session.context(), drawing, format, &data, &size) != 0 || !data) {
    session.complain("drawing the picture");
    return {};
  }
  std::string output(data, size);
  gvFreeRenderData(data);
  return output;
}

}  // namespace

std::vector<Point> graphviz_positions(const BoostGraph& graph, const std::vector<Box>& boxes, double gap,
                                      std::string& complaint) {
  Session session(complaint);
  std::vector<Agnode_t*> nodes;
  const GraphHandle drawing = session.context() ? box_graph(graph, boxes, gap, nodes) : GraphHandle();
  if (!drawing) {
    session.complain("starting Graphviz");
    return {};
  }
  const Layout layout(session.context(), drawing.get(), "sfdp");
  if (!layout) {
    session.complain("the layout engine 'sfdp'");
    return {};
  }
  std::vector<Point> positions;
  positions.reserve(nodes.size());
  for (Agnode_t* node : nodes) positions.push_back({ND_coord(node).x, ND_coord(node).y});
  return positions;
}

PlacedDiagram graphviz_placed(const std::string& dot, std::string& complaint) {
  Session session(complaint);
  const GraphHandle drawing = read_dot(session, dot);
  if (!drawing) return {};
  char* engine = agget(drawing.get(), c_text("layout"));
  const Layout layout(session.context(), drawing.get(), engine && *engine ? engine : "dot");
  if (!layout) {
    session.complain(fmt::format("the layout engine '{}'", engine ? engine : "dot"));
    return {};
  }
  const boxf& frame = GD_bb(drawing.get());
  return {rendered(session, drawing.get(), "dot"), {frame.LL.x, frame.LL.y}, {frame.UR.x, frame.UR.y}};
}

std::string graphviz_svg(const std::string& placed_dot, std::string& complaint) {
  Session session(complaint);
  const GraphHandle drawing = read_dot(session, placed_dot);
  if (!drawing) return {};
  // What the text asks for would win over what is asked for here, and place everything anew.
  set_default(drawing.get(), AGRAPH, "layout", "nop2");
  const Layout layout(session.context(), drawing.get(), "nop2");
  if (!layout) {
    session.complain("drawing by given places");
    return {};
  }
  return rendered(session, drawing.get(), "svg");
}

}  // namespace edgewise
