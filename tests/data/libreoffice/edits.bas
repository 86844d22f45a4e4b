' Edits in LibreOffice Writer, one a line of the plan: what to do and its texts, set off by tabs.
Sub Edit(plan As String)
  Dim files, reader, row, doc, parts
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  reader = createUnoService("com.sun.star.io.TextInputStream")
  reader.setInputStream(files.openFileRead(ConvertToURL(plan)))
  reader.setEncoding("UTF-8")
  Do While Not reader.isEOF()
    row = reader.readLine()
    If Len(row) > 0 Then
      parts = Split(row, Chr(9))
      Select Case parts(0)
        Case "open"
          doc = StarDesktop.loadComponentFromURL(ConvertToURL(parts(1)), "_blank", 0, Array(Named("Hidden", True)))
        Case "save"
          doc.storeToURL(ConvertToURL(parts(1)), Array(Named("FilterName", "MS Word 2007 XML")))
          doc.close(True)
        Case "record"
          doc.RecordChanges = (parts(1) = "on")
        Case "dispatch"
          Dispatch(doc, parts(1))
        Case "change"
          Change(doc, parts(1), parts(2), parts(3))
        Case "delete"
          Delete(doc, parts(1))
        Case "add"
          Add(doc, parts(1), parts(2))
        Case "up"
          Move(doc, parts(1), ".uno:MoveUp")
        Case "down"
          Move(doc, parts(1), ".uno:MoveDown")
      End Select
    End If
  Loop
End Sub

Function Named(name, content)
  Dim value As New com.sun.star.beans.PropertyValue
  value.Name = name
  value.Value = content
  Named = value
End Function

Sub Dispatch(doc, command)
  Dim dispatcher
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
End Sub

Function ParagraphOf(doc, within)
  Dim search, found, cursor
  search = doc.createSearchDescriptor()
  search.SearchString = within
  search.SearchCaseSensitive = True
  found = doc.findFirst(search)
  cursor = found.Text.createTextCursorByRange(found.Start)
  cursor.gotoStartOfParagraph(False)
  ParagraphOf = cursor
End Function

Sub Change(doc, within, old, other)
  Dim search, found
  search = doc.createSearchDescriptor()
  search.SearchString = old
  search.SearchCaseSensitive = True
  found = doc.findNext(ParagraphOf(doc, within).Start, search)
  found.String = other
End Sub

Sub Delete(doc, within)
  Dim cursor
  cursor = ParagraphOf(doc, within)
  cursor.gotoNextParagraph(True)
  cursor.String = ""
End Sub

Sub Add(doc, behind, other)
  Dim cursor
  cursor = ParagraphOf(doc, behind)
  cursor.gotoEndOfParagraph(False)
  cursor.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.Text.insertString(cursor, other, False)
End Sub

Sub Move(doc, within, command)
  doc.CurrentController.select(ParagraphOf(doc, within))
  Dispatch(doc, command)
End Sub
