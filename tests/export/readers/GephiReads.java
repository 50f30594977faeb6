// SPDX-License-Identifier: Apache-2.0
// Opens GraphML files with the Gephi Toolkit as the program does by default, and tells what arrived: one JSON array of
// strings on each line.
// usage: java -cp gephi-toolkit-all.jar GephiReads.java FILE...

import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.ElementProperties;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiReads {
  private static final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  public static void main(String[] files) {
    int status = 0;
    try {
      ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
      projects.newProject();
      for (String file : files) read(file, projects.newWorkspace(projects.getCurrentProject()));
    } catch (Throwable problem) {
      problem.printStackTrace();
      status = 1;
    }
    out.flush();
    System.exit(status); // Gephi leaves threads behind
  }

  private static void read(String file, Workspace workspace) throws Exception {
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    row("file", file);
    Container container = imports.importFile(new File(file));
    container.getLoader().setAllowAutoNode(false);
    container.verify();
    for (Iterator<Issue> issues = container.getReport().getIssues(1000); issues.hasNext(); ) {
      Issue issue = issues.next();
      row("issue", issue.getLevel(), issue.getMessage());
    }
    row("in_file", container.getUnloader().getNodeCount(), container.getUnloader().getEdgeCount());
    imports.process(container, new DefaultProcessor(), workspace);

    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    DirectedGraph graph = model.getDirectedGraph();
    row("in_graph", graph.getNodeCount(), graph.getEdgeCount());
    columns("node_column", model.getNodeTable());
    columns("edge_column", model.getEdgeTable());
    for (Node node : graph.getNodes()) row("node", node.getId(), node.x(), node.y(), node.size(), colour(node), values(node));
    for (Edge edge : graph.getEdges())
      row("edge", edge.getId(), edge.getSource().getId(), edge.getTarget().getId(), edge.getTypeLabel(), edge.isDirected(), colour(edge), values(edge));
  }

  private static void columns(String kind, Table table) {
    for (Column column : table) row(kind, column.getId(), column.getTitle(), column.getTypeClass().getSimpleName());
  }

  private static List<Object> values(Element element) {
    List<Object> values = new ArrayList<>();
    for (Column column : element.getTable()) values.add(element.getAttribute(column));
    return values;
  }

  private static String colour(ElementProperties element) {
    return element.alpha() == 0 ? "none" : String.format("#%06x", element.getRGBA() & 0xffffff);
  }

  // A list among the values continues the row.
  private static void row(Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof List) for (Object part : (List<?>) value) cells.add(json(part));
      else cells.add(json(value));
    }
    out.print("[" + String.join(",", cells) + "]\n");
  }

  private static String json(Object value) {
    if (value == null) return "null";
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toString().toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < ' ') quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
